import type { Organized } from '../../src/compose/knowledge.ts';
import { overServer } from '../support/postgres.ts';
import { createCluster, findPrograms, type Cluster } from '../support/postgres-cluster.ts';
import { embeddedSite, serverSite, type DatabaseKind, type Site } from './site.ts';

/** Where sites of one kind are made. */
export interface Grounds {
  server: Cluster | null;
  /** `under` is where its data folder is made; `before` puts something between the program and the server. */
  newSite(options?: { under?: string; before?: (url: string) => Promise<string> }): Promise<Site>;
}

/** What is under the feet of a scenario. */
export interface Footing {
  kind: DatabaseKind;
  organized: Organized;
  /** Where the files of a server are made. */
  under?: string;
}

/** Works with a server of its own where one is needed: stopped in any case, removed when all went well. */
export async function onGrounds(footing: Footing, work: (grounds: Grounds) => Promise<void>): Promise<void> {
  const { kind, organized, under } = footing;
  if (kind === 'pglite')
    return work({
      server: null,
      newSite: (options = {}) => Promise.resolve(embeddedSite(options.under)),
    });
  const programs = findPrograms();
  if (!programs) throw new Error('no PostgreSQL is installed: --database pglite does without');
  const server = await createCluster(programs, { under });
  await server.start();
  try {
    await work(withServer(server, organized));
  } finally {
    await server.stop('fast');
  }
  server.remove();
}

function withServer(server: Cluster, organized: Organized): Grounds {
  const databases = overServer(server.url, () => Promise.resolve());
  return {
    server,
    newSite: async (options = {}) => {
      const url = await databases.createDatabase();
      const through = options.before ? await options.before(url) : url;
      return serverSite({ url, organized, through, under: options.under });
    },
  };
}
