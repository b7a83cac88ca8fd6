import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { BotApp } from './edge.ts';

/** One thing that was looked at. */
export interface Finding {
  ok: boolean;
  /** What was looked at. */
  what: Phrase;
  /** What to do about it; null when it is right. */
  remedy: Phrase | null;
}

export interface DoctorParts {
  app: BotApp | null;
  /** Asks the connector's login for a token; throws when it gives none. */
  token: () => Promise<string>;
  /** Status of a request, or null when nothing answers. */
  reach: (url: string) => Promise<number | null>;
  metadataUrl: string;
  serviceUrl: string;
  /** Where Teams is told to post; null when it is not known. */
  endpoint: string | null;
}

/** What has to be right before anybody can be heard in Teams, in the order in which it is set up. */
export async function examineTeams(parts: DoctorParts): Promise<Finding[]> {
  const { app } = parts;
  if (app === null) return [wrong('teams.doctor.app', 'teams.doctor.app.remedy')];
  const [metadata, connector, token, endpoint] = await Promise.all([
    parts.reach(parts.metadataUrl),
    parts.reach(parts.serviceUrl),
    parts.token().then(
      () => true,
      () => false,
    ),
    parts.endpoint === null ? null : parts.reach(parts.endpoint),
  ]);
  return [
    right('teams.doctor.app'),
    metadata === 200 ? right('teams.doctor.keys') : wrong('teams.doctor.keys', 'teams.doctor.keys.remedy'),
    // Without a path it refuses, and that is an answer.
    connector === null
      ? wrong('teams.doctor.connector', 'teams.doctor.connector.remedy')
      : right('teams.doctor.connector'),
    token
      ? right('teams.doctor.token')
      : app.secret === null
        ? wrong('teams.doctor.identity', 'teams.doctor.identity.remedy')
        : wrong('teams.doctor.token', 'teams.doctor.token.remedy'),
    // A request without a token must be turned away: anything else is not us, or verifies nothing.
    ...(parts.endpoint === null
      ? []
      : [
          endpoint === 401
            ? right('teams.doctor.endpoint')
            : wrong('teams.doctor.endpoint', 'teams.doctor.endpoint.remedy'),
        ]),
  ];
}

function right(what: string): Finding {
  return { ok: true, what: phrase(what), remedy: null };
}

function wrong(what: string, remedy: string): Finding {
  return { ok: false, what: phrase(what), remedy: phrase(remedy) };
}
