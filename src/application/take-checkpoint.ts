import { checkpointText, digestOf, type Checkpoint } from '../domain/checkpoint.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { phrase } from '../domain/phrase.ts';
import type { CheckpointWriter, LedgerReader, Signer, SignedCheckpoint, UnitOfWork } from './ports.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** The unit that is shown every checkpoint, so that one removed from the database is missed. */
const AUDIT = 'audit';

export interface Checkpointing extends Surroundings {
  checkpoints: CheckpointWriter;
  signer: Signer;
}

/** Signs where the whole ledger stands; null when nothing has happened since the last time. */
export async function takeCheckpoint(deps: Checkpointing): Promise<SignedCheckpoint | null> {
  const { now } = moment(deps);
  const taken = await deps.checkpoints.take(({ last, heads, events, upTo }) => {
    if (last && last.upTo === upTo) return null;
    const checkpoint: Checkpoint = {
      number: (last?.number ?? 0) + 1,
      at: now,
      chains: heads.length,
      events,
      digest: digestOf(heads, (text) => deps.hash.sha256(text)),
      previous: last?.signature ?? '',
    };
    const signature = deps.signer.sign(`${checkpointText(checkpoint)}\n${upTo}`);
    return { ...checkpoint, keyId: deps.signer.keyId, signature, upTo };
  });
  if (taken) deps.signer.remember({ number: taken.number, signature: taken.signature });
  return taken;
}

/** Daily: taken, and posted where the auditors read it. */
export async function postCheckpoint(
  deps: Checkpointing & { unitOfWork: UnitOfWork; ledger: LedgerReader },
): Promise<void> {
  await takeCheckpoint(deps);
  // Also one taken when the house was stopped, or before a crash: its key keeps it from being posted twice.
  const checkpoint = (await deps.ledger.checkpoints()).at(-1);
  if (!checkpoint) return;
  const { number, chains, events, signature } = checkpoint;
  const view = notice([
    phrase('checkpoint.posted', { number, chains, events, signature: signature.slice(0, 32) }),
  ]);
  await deps.unitOfWork.transact(async (tx) => {
    await tx.outbox.enqueue(
      deps.directory.channels(AUDIT).map((to) => ({
        key: `checkpoint:${number}:${to.platform}:${to.place}`,
        to,
        content: { kind: 'view', view, person: null },
        mention: false,
        notBefore: null,
      })),
    );
    await tx.wake('outbox');
  });
}
