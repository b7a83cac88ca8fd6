import type { AskedQuestion } from '../../src/domain/asked-question.ts';
import { phrase } from '../../src/domain/phrase.ts';
import { button } from '../../src/domain/view.ts';

const ASKED = [
  '封筒は、のり付けされていましたか。中の書類の枚数も教えてください。',
  '窓口にいた方は、何人でしたか。',
  '通知書は、もう回収できましたか。',
  '同じことが、前にもありましたか。',
  'お客様には、いつ連絡しましたか。',
  '番号札は、どの窓口のものでしたか。',
];

/** Questions of departments about as many reports of one person, each to be answered; at most six. */
export function sampleQuestions(count: number): AskedQuestion[] {
  return ASKED.slice(0, count).map((text, index) => {
    const number = `INC-26-7KQ${String.fromCharCode(65 + index)}M`;
    return {
      at: '2026-11-20T01:00:00.000Z',
      head: phrase('acted.asked', { number, unit: { unit: 'risk-compliance' } }),
      words: phrase('act.reply.question', { text }),
      answer: button({ action: 'reply', report: number }, phrase('act.reply.title', { number })),
    };
  });
}
