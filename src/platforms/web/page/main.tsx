import { render } from 'preact';
import { App } from './app.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/bars.css';
import './styles/rail.css';
import './styles/sheets.css';
import './styles/lists.css';
import './styles/details.css';
import './styles/messages.css';
import './styles/welcome.css';
import './styles/cards.css';
import './styles/forms.css';
import './styles/print.css';

const root = document.getElementById('app');
if (root) render(<App />, root);
