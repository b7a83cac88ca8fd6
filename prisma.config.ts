import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The command line wants a native engine that it would fetch from the network; the stand-in needs none.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'prisma/schema-engine/main.mjs');
process.env.CHECKPOINT_DISABLE ??= '1';

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
});
