// nlp.js for Japanese with its own settings, in a process of its own.
import { createRequire } from 'node:module';
import { serve } from './serve.mjs';

const require = createRequire(import.meta.url);
const { Nlp } = require('@nlpjs/nlp');
const { LangJa } = require('@nlpjs/lang-ja');

const LOCALE = 'ja';
/** Its own label for what it takes for none of the others. */
const NONE = 'None';

const nlp = new Nlp({ languages: [LOCALE], autoLoad: false, autoSave: false, nlu: { log: false } });
nlp.container.use(LangJa);
// It warns of every utterance that is stop words only.
nlp.container.get('logger').warn = () => undefined;

serve({
  each: { understand: (text) => nlp.process(LOCALE, text) },
  whole: {
    async train(examples) {
      for (const { text, label } of examples) nlp.addDocument(LOCALE, text, label);
      await nlp.train();
      return null;
    },
    /** Its likeliest labels, however unlikely: it would say none below one half. */
    async guess(texts) {
      const guesses = [];
      for (const text of texts) guesses.push(labelsOf(await nlp.process(LOCALE, text)));
      return guesses;
    },
  },
});

function labelsOf({ classifications }) {
  return classifications
    .filter(({ intent }) => intent !== NONE)
    .map(({ intent, score }) => ({ label: intent, confidence: score }));
}
