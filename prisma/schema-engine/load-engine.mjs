import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as runtime from '@prisma/schema-engine-wasm/schema_engine_bg';

const require = createRequire(import.meta.url);

/** The engine hands its panics to a global of this name before it traps. */
class PanicRegistry {
  message = '';
  get() {
    return this.message;
  }
  set_message(message) {
    this.message = `RuntimeError: ${message}`;
  }
}

export const panics = (globalThis.PRISMA_WASM_PANIC_REGISTRY = new PanicRegistry());

/** Prisma's own schema engine, compiled to WebAssembly, working through a driver adapter. */
export async function loadEngine(adapters, datamodels) {
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
  const module = new WebAssembly.Module(await readFile(path.join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': runtime });
  runtime.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const bound = bindMigrationAwareSqlAdapterFactory(adapters);
  const engine = await runtime.SchemaEngine.new({ datamodels }, () => undefined, bound);
  return { engine, errors: bound.errorRegistry };
}
