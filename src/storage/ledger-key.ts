import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import type { Signer } from '../application/ports.ts';
import { readSecret, secretFile, writeWhole } from './secret-file.ts';

/** Ed25519 key that signs checkpoints, made at the first start; whoever changes the database does not hold it. */
export function ledgerSigner(file: string): Signer {
  const witness = `${file}.newest`;
  const privateKey = createPrivateKey(secretFile(file, newKey));
  const publicKey = createPublicKey(privateKey);
  const keyId = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
  return {
    keyId,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    remember: (newest) => writeWhole(witness, JSON.stringify(newest)),
    newest: () => readWitness(witness),
    verify: (text, signature) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  };
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function readWitness(file: string): { number: number; signature: string } | null {
  const text = readSecret(file);
  if (text === null) return null;
  const { number, signature } = JSON.parse(text) as Record<string, unknown>;
  if (typeof number === 'number' && typeof signature === 'string') return { number, signature };
  throw new Error('the newest checkpoint beside the key cannot be read');
}
