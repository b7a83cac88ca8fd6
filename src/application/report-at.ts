import type { Address, MessageRef, PostingReader, ReportReader } from './ports.ts';

/** Number of the report whose card, or what stands under it, a message is: for an edge that is told of a thread. */
export async function reportAt(
  { postings, reader }: { postings: PostingReader; reader: Pick<ReportReader, 'internal'> },
  at: Address,
  ref: MessageRef,
): Promise<string | null> {
  const posting = await postings.by(at, ref);
  const report = posting && (await reader.internal(posting.report));
  return report ? report.number : null;
}
