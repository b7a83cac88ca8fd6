import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import type pg from 'pg';
import type { PressBody, SubmitBody } from '../../src/platforms/web/api.ts';
import { BARE_CHANNEL, bareNumber, bareCard, bareForm, nextOf } from './bare-card.ts';
import { newDatabase } from './new-database.ts';

// The least that a board of cards can be, over the same wire: a press is one transaction that writes down what was done
// and changes one row; whoever listens is told; the row is read. No rights, forms, words, clocks, ledger or outbox.
const [folder = '', url = '', cards = ''] = process.argv.slice(2);
const database = await newDatabase(folder, url === '' ? null : url);
const { pool } = database;
await database.execute(`
  CREATE TABLE bare_card (number text PRIMARY KEY, done text, revision bigint NOT NULL UNIQUE);
  CREATE TABLE bare_deed (id uuid PRIMARY KEY, number text NOT NULL, person text NOT NULL, action text NOT NULL,
    at timestamptz NOT NULL DEFAULT now());
  CREATE SEQUENCE bare_revision`);
for (let index = 0; index < Number(cards); index++)
  await database.execute("INSERT INTO bare_card VALUES ($1, NULL, nextval('bare_revision'))", [
    bareNumber(index),
  ]);

interface Row {
  number: string;
  done: string | null;
  revision: string;
}

const told = new Set<(revision: string) => void>();

async function act(person: string, { action, report }: PressBody['press']): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const revision = await changed(client, person, action.replace(/_form$/, ''), report ?? '');
    await client.query('COMMIT');
    told.forEach((tell) => tell(revision));
  } catch (cause) {
    await client.query('ROLLBACK');
    throw cause;
  } finally {
    client.release();
  }
}

async function changed(
  client: pg.PoolClient,
  person: string,
  action: string,
  number: string,
): Promise<string> {
  const { rows: locked } = await client.query<Row>('SELECT * FROM bare_card WHERE number = $1 FOR UPDATE', [
    number,
  ]);
  if (!locked[0] || nextOf(locked[0].done) !== action) throw new Error(`${action} of ${number} is not next`);
  await client.query('INSERT INTO bare_deed (id, number, person, action) VALUES ($1, $2, $3, $4)', [
    randomUUID(),
    number,
    person,
    action,
  ]);
  const { rows } = await client.query<Row>(
    "UPDATE bare_card SET done = $2, revision = nextval('bare_revision') WHERE number = $1 RETURNING revision",
    [number, action],
  );
  return rows[0]?.revision ?? '';
}

const app = fastify();
const whoOf = (cookie: string | undefined) => cookie?.replace('person=', '') ?? '';

app.post<{ Body: { person: string } }>('/api/v1/session', (request, reply) =>
  reply.header('set-cookie', `person=${request.body.person}; Path=/`).send({}),
);

app.get('/api/v1/stream', (request, reply) => {
  const { raw } = reply.hijack();
  raw.writeHead(200, { 'content-type': 'text/event-stream' });
  const tell = (place: string, revision: number) =>
    raw.write(`data: ${JSON.stringify({ place, revision })}\n\n`);
  const ofChannel = (revision: string) => tell(BARE_CHANNEL, Number(revision));
  tell(`me:${whoOf(request.headers.cookie)}`, 0);
  tell(BARE_CHANNEL, Number(cards));
  told.add(ofChannel);
  raw.on('close', () => told.delete(ofChannel));
});

app.get<{ Querystring: { since: string } }>('/api/v1/places/:place/messages', async (request) => {
  const { rows } = await pool.query<Row>(
    'SELECT * FROM bare_card WHERE revision > $1 ORDER BY revision LIMIT 100',
    [request.query.since],
  );
  const messages = rows.map(({ number, done, revision }) => ({
    id: number,
    revision: Number(revision),
    author: { kind: 'bot' },
    report: number,
    card: bareCard(number, done),
  }));
  return { messages, revision: messages.at(-1)?.revision ?? Number(request.query.since), more: false };
});

app.post<{ Body: PressBody }>('/api/v1/presses', async (request, reply) => {
  const { press } = request.body;
  if (press.action === 'update') return { form: bareForm(press), preview: null };
  await act(whoOf(request.headers.cookie), press);
  return reply.code(202).send({ form: null, preview: null });
});

app.post<{ Body: SubmitBody }>('/api/v1/forms', async (request, reply) => {
  await act(whoOf(request.headers.cookie), request.body.press);
  return reply.code(202).send({ form: null, preview: null });
});

process.once('SIGINT', () => process.exit());
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
