import path from 'node:path';
import type { Signer } from '../application/ports.ts';
import type { Config } from '../config.ts';
import { ledgerSigner } from '../storage/ledger-key.ts';

/** By the key in the data folder, which is not in the database. */
export function signerOf(config: Config): Signer {
  return ledgerSigner(path.join(config.dataFolder, 'keys', 'ledger.pem'));
}
