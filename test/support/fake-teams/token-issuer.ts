import { createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { listenOn } from './listen-on.ts';

export interface TokenIssuer {
  name: string;
  metadataUrl: string;
  /** A token as Teams sends it; `over` changes claims, null leaves one out. */
  token(claims: Claims, how?: { key?: 'ours' | 'stolen' | 'webchat' | 'unknown'; alg?: string }): string;
  /** Stops answering for keys. */
  close(): Promise<void>;
}

export type Claims = Readonly<Record<string, string | number | null>>;

interface Key {
  kid: string;
  endorsements: string[];
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** An OpenID provider on loopback with keys of its own, as the one that signs what Teams posts. */
export async function tokenIssuer(): Promise<TokenIssuer> {
  const ours = newKey(['msteams', 'webchat']);
  const webchat = newKey(['webchat']);
  const stolen = { ...newKey(['msteams']), kid: ours.kid };
  const unknown = newKey(['msteams']);
  const server = createServer((request, response) => {
    const keys = [ours, webchat].map(({ kid, endorsements, publicKey }) => ({
      ...publicKey.export({ format: 'jwk' }),
      kid,
      endorsements,
      use: 'sig',
    }));
    const body = request.url?.includes('keys')
      ? { keys }
      : {
          issuer: name(),
          jwks_uri: `${listening.url}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const listening = await listenOn(server);
  const name = () => `${listening.url}/issuer`;
  return {
    name: name(),
    metadataUrl: `${listening.url}/openid?${randomUUID()}`,
    token: (claims, { key = 'ours', alg = 'RS256' } = {}) =>
      signed({ ours, webchat, stolen, unknown }[key], { iss: name(), ...claims }, alg),
    close: listening.close,
  };
}

function newKey(endorsements: string[]): Key {
  return { kid: randomUUID(), endorsements, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

function signed({ kid, privateKey }: Key, claims: Claims, alg: string): string {
  const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
  const head = part({ alg, typ: 'JWT', kid });
  const body = part(given);
  if (alg === 'none') return `${head}.${body}.`;
  const signature = createSign('RSA-SHA256').update(`${head}.${body}`).sign(privateKey).toString('base64url');
  return `${head}.${body}.${signature}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
