import { cp, mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROLES } from '../../src/domain/organization.ts';
import type { CatalogueFolders } from '../../src/catalog/load-catalogue.ts';

/** Changes to files, by their path below the root: a new text, or none for a file that is to be missing. */
export type Changes = Readonly<Record<string, (text: string) => string | null>>;

/** The real intents and a small, valid organisation in a folder of its own, with changes made to them. */
export async function catalogueFolder(changes: Changes = {}): Promise<CatalogueFolders> {
  const root = await mkdtemp(join(tmpdir(), 'tsutae-catalogue-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folders = { intents: join(root, 'intents'), organization: join(root, 'organization') };
  await copyIntents(folders.intents);
  await mkdir(folders.organization);
  for (const [file, text] of Object.entries(ORGANIZATION))
    await writeFile(join(folders.organization, file), text);
  for (const [file, change] of Object.entries(changes)) await apply(join(root, file), change);
  return folders;
}

/** A change that replaces a text which must be there. */
export function replacing(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return text.replace(from, to);
  };
}

async function copyIntents(to: string): Promise<void> {
  const from = join(import.meta.dirname, '../../intents');
  await mkdir(to);
  const files = (await readdir(from)).filter((name) => name.endsWith('.yaml'));
  await Promise.all(files.map((file) => cp(join(from, file), join(to, file))));
}

async function apply(path: string, change: (text: string) => string | null): Promise<void> {
  const text = change(await readFile(path, 'utf8').catch(() => ''));
  await (text === null ? rm(path) : writeFile(path, text));
}

const EVERY_ROLE = ROLES.join(' ');

const ORGANIZATION: Readonly<Record<string, string>> = {
  'departments.yaml': `organization:
  name: { ja: 見本機構, en: Sample Service }
windows:
  compliance: { name: { ja: 通報窓口, en: Desk }, contact: desk@sample.example }
  external: { name: { ja: 外部窓口, en: Outside desk }, contact: outside@sample.example }
  harassment: { name: { ja: 相談窓口, en: Harassment desk }, contact: harassment@sample.example }
  urgent: { name: { ja: 緊急連絡先, en: Emergency }, contact: urgent@sample.example }
fallbackChannel: { web: head }
units:
  - id: head
    kind: executive
    names: [{ from: '2010-01-01', ja: 本部, en: Head office }]
    from: '2010-01-01'
    channels: { web: head }
  - id: disclosure
    kind: department
    names: [{ from: '2010-01-01', ja: 情報開示, en: Disclosure }]
    parents: [{ from: '2010-01-01', unit: head }]
    from: '2010-01-01'
  - id: desk
    kind: department
    names: [{ from: '2010-01-01', ja: 通報窓口, en: Desk }]
    parents: [{ from: '2010-01-01', unit: head }]
    from: '2010-01-01'
  - id: old-service
    kind: department
    names: [{ from: '2010-01-01', ja: 旧サービス部, en: Old service }]
    parents: [{ from: '2010-01-01', unit: head }]
    from: '2010-01-01'
    until: '2019-12-31'
    successor: service
  - id: service
    kind: department
    names: [{ from: '2020-01-01', ja: サービス部, en: Service }]
    parents: [{ from: '2020-01-01', unit: head }]
    from: '2020-01-01'
  - id: north
    kind: block
    names: [{ from: '2010-01-01', ja: 北, en: North }]
    parents: [{ from: '2010-01-01', unit: head }]
    from: '2010-01-01'
  - id: north-east
    kind: region
    names: [{ from: '2016-04-01', ja: 北東, en: North-East }]
    parents: [{ from: '2016-04-01', unit: north }]
    from: '2016-04-01'
`,
  'offices.csv': `id,block,region,prefecture,ja,en,from,until,successor
midori,north,north-east,見本県,みどり,Midori,2010-01-01,,
aoba,north,,見本県,あおば,Aoba,2010-01-01,2025-03-31,midori
`,
  'people.csv': `id,ja,en,email,locale,unit,roles,from,until
sato,佐藤,Sato,sato@sample.example,ja,head,${EVERY_ROLE},2020-04-01,
suzuki,鈴木,Suzuki,suzuki@sample.example,en,aoba,staff,2020-04-01,2025-03-31
suzuki,鈴木,Suzuki,suzuki@sample.example,en,midori,staff,2025-04-01,
`,
  'deputies.csv': `person,deputy,from,until
sato,suzuki,2026-01-01,2026-01-31
`,
  'ownership.yaml': `rows:
  - { id: systems, unit: head, when: { type: incident, subtype: system_outage }, words: [端末] }
otherwise: old-service
`,
  'routing.yaml': `rules:
  - id: sealed
    version: 1
    validFrom: '2010-01-01'
    when: { type: compliance }
    primary: desk
    alone: true
    visibility: sealed
  - id: incidents
    version: 1
    validFrom: '2010-01-01'
    when: { type: incident, level: { atLeast: S3 } }
    primary: head
    copies: [$block, $owner]
    visibility: restricted
    escalation: [manager, head]
otherwise: { id: otherwise, version: 1, validFrom: '2010-01-01', primary: old-service, visibility: units }
`,
  'campaigns.yaml': `campaigns:
  - id: letters
    name: { ja: 通知書, en: Letters }
    asks: { ja: 何を変えますか。, en: What would you change? }
    from: '2026-12-01'
    until: '2027-01-29'
  - id: queues
    name: { ja: 待ち時間, en: Queues }
    asks: { ja: どうすれば待たずにすみますか。, en: How would nobody wait? }
    from: '2026-12-01'
    until: '2026-12-28'
`,
  'calendar.yaml': `timeZone: Asia/Tokyo
opens: '09:00'
closes: '17:15'
closedDays: ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03']
extraClosed: ['2026-06-01']
years: [2020, 2030]
`,
};
