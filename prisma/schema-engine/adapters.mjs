import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const CATALOG_CHAR = 18;
const TEXT = 25;

/**
 * Connects the engine to the server named by the url, and to an empty database in memory as its shadow. Comparing
 * schemas asks for a connection too but needs no server; commands that change one are refused by Prisma without a url.
 */
export function engineAdapters(url) {
  const closing = [];
  const overPool = async (pool) => {
    closing.unshift(() => pool.end());
    return repaired(await new PrismaPg(pool).connect(), pool);
  };
  const inMemory = async () => {
    const database = await PGlite.create();
    closing.unshift(() => database.close());
    return overPool(new pg.Pool({ ...withoutTypes(createPgConfig(database)), max: 1, idleTimeoutMillis: 0 }));
  };
  return {
    factory: {
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: () => (url ? overPool(new pg.Pool({ connectionString: url, max: 1 })) : inMemory()),
      connectToShadowDb: inMemory,
    },
    close: async () => {
      for (const end of closing.splice(0)) await end().catch(() => undefined);
    },
  };
}

/** node-postgres hands result parsers over where PGlite expects parameter types. */
function withoutTypes(config) {
  const parse = config.connection.parse.bind(config.connection);
  config.connection.parse = (query) => parse({ ...query, types: undefined });
  return config;
}

/** The adapter has no mapping for the catalog's "char" type and splits scripts at every semicolon. */
function repaired(adapter, pool) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = Object.getPrototypeOf(adapter).queryRaw;
  adapter.queryRaw = async (query) => {
    const { rows, fields } = await performIO(query);
    const known = fields.map((field) =>
      field.dataTypeID === CATALOG_CHAR ? { ...field, dataTypeID: TEXT } : field,
    );
    const result = await queryRaw.call({ performIO: () => ({ rows, fields: known }) }, query);
    fields.forEach((field, i) => {
      if (field.dataTypeID === CATALOG_CHAR) result.columnTypes[i] = ColumnTypeEnum.Character;
    });
    return result;
  };
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}
