import type { View } from '../../domain/view.ts';
import { renderCard, type Rendering, type TeamsCard } from './render-card.ts';

/**
 * What would be sent, with the form behind it unseen: its inputs are sent along by the preview's own buttons, so that
 * nothing that was typed has to be kept anywhere meanwhile.
 */
export function renderPreview(preview: View, form: View, rendering: Rendering): TeamsCard {
  const shown = renderCard(preview, rendering);
  const inputs = renderCard({ ...form, lines: [], buttons: [] }, rendering).body;
  return {
    ...shown,
    body: [...shown.body, { type: 'Container', id: 'behind', isVisible: false, items: inputs }],
  };
}
