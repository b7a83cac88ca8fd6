// The built program's recogniser and mask in a process of their own.
import path from 'node:path';
import v8 from 'node:v8';
import { serve } from './serve.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const BUILT = path.join(ROOT, 'dist');
const built = (module) => import(path.join(BUILT, module));

const { readConfig } = await built('config.js');
const { learn, organize } = await built('compose/knowledge.js');
const { loadTokenizer } = await built('recognition/tokenize.js');
const { loadLexicon } = await built('recognition/lexicon.js');
const { loadModel } = await built('recognition/model-file.js');
const { readDocument } = await built('recognition/features.js');
const { see } = await built('recognition/seen-document.js');
const { classify } = await built('recognition/classify.js');

const config = readConfig({}, ROOT).value;
const organized = await organize(config);
if (!organized.ok) throw new Error('the organisation cannot be read');
const { recognizer, masker } = await learn(config, organized.value);
const tokenize = await loadTokenizer(path.join(BUILT, 'dictionary'));
const lexicon = await loadLexicon(path.join(config.intents, 'lexicon.yaml'));
const model = await loadModel(path.join(BUILT, 'model/model.bin'));
const context = { today: '2026-11-20', unit: 'midori' };

serve({
  each: {
    tokenize,
    classify: (text) => classify(model, see(model.known, readDocument(text, tokenize, lexicon))),
    understand: (text) => recognizer.understand(text, context),
    understandAndMask: (text) => [recognizer.understand(text, context), masker.mask(text)],
  },
  whole: {
    machineCodeMb: () => v8.getHeapStatistics().total_heap_size_executable / 1e6,
  },
});
