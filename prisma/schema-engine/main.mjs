#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine`: the same JSON-RPC over standard input and output, the work done by
// the WebAssembly build of the same engine. Serves `generate`, `validate`, `migrate diff|deploy|status|resolve`.
import { readFileSync } from 'node:fs';
import readline from 'node:readline';
import pg from 'pg';
import { engineAdapters } from './adapters.mjs';
import { loadEngine, panics } from './load-engine.mjs';

const METHODS = { getDatabaseVersion: 'version' };

const options = readArguments(process.argv.slice(2));
if (options.version) {
  process.stdout.write('schema-engine-wasm 7.10.0\n');
} else if (options.command) {
  process.exitCode = await runCommand(options.command, options.url);
} else {
  serve(options);
}

function readArguments(words) {
  const read = { version: false, command: null, url: undefined, models: [] };
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === '--version' || word === '-V') read.version = true;
    else if (word === '--datamodels') read.models.push(words[++i]);
    else if (word === '--datasource') read.url = JSON.parse(words[++i]).url;
    else if (word === 'cli') read.command = words[++i];
  }
  return read;
}

/** The two questions the command line asks before it migrates. */
async function runCommand(command, url) {
  if (command !== 'can-connect-to-database' && command !== 'create-database') {
    return report(`not supported: ${command}`, 'P0000');
  }
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return 0;
  } catch (error) {
    return report(error.message, error.code === '3D000' ? 'P1003' : 'P1001');
  }
}

function report(message, code) {
  const fields = { message, error_code: code };
  const line = { timestamp: '', level: 'ERROR', fields, target: 'schema_engine::logger' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
  return 1;
}

function serve({ url, models }) {
  const adapters = engineAdapters(url);
  let loading;
  const engine = () =>
    (loading ??= loadEngine(
      adapters.factory,
      models.length > 0 ? models.map((file) => [file, readFileSync(file, 'utf8')]) : undefined,
    ));
  let last = Promise.resolve();
  const lines = readline.createInterface({ input: process.stdin });
  lines.on('line', (line) => (last = last.then(() => answer(JSON.parse(line), engine))));
  lines.on('close', () => last.then(adapters.close).then(() => process.exit(0)));
}

async function answer({ id, method, params }, load) {
  if (!method) return;
  let errors;
  try {
    const loaded = await load();
    errors = loaded.errors;
    const result = await loaded.engine[METHODS[method] ?? method](params);
    if (method !== 'diff') return send({ id, result: result ?? {} });
    if (result.stdout != null)
      send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } });
    send({ id, result: { exitCode: result.exitCode } });
  } catch (error) {
    send({ id, error: { code: 4466, message: 'An error happened.', data: errorData(error, errors) } });
  }
}

function errorData(error, errors) {
  const number = /"id":\s*(\d+)/.exec(error.message ?? '')?.[1];
  const cause = number && errors?.consumeError(Number(number))?.error;
  const lines = [
    error.name === 'RuntimeError' ? panics.get() : '',
    error.message ?? String(error),
    cause?.message ?? '',
  ];
  return {
    is_panic: false,
    message: lines.filter(Boolean).join('\n'),
    meta: null,
    error_code: error.code ?? null,
  };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
