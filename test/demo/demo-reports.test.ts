import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchedWords } from '../../src/application/begin-report.ts';
import type { NewReport } from '../../src/application/ports.ts';
import { movesFor } from '../../src/domain/moves.ts';
import { typeOf } from '../../src/domain/assessment.ts';
import { instantOf, localOf } from '../../src/domain/business-time.ts';
import { flawOf } from '../../src/domain/check-answer.ts';
import { nextPromise } from '../../src/domain/deadline.ts';
import { openQuestions } from '../../src/domain/dialog/drafts.ts';
import { apply, foldReport } from '../../src/domain/fold-report.ts';
import { actorOn } from '../../src/domain/organization.ts';
import type { RecordedEvent } from '../../src/domain/report.ts';
import { fieldOf } from '../../src/domain/report-type.ts';
import { phaseOf, TRANSITION_ACTIONS } from '../../src/domain/workflow.ts';
import { demoReports } from '../../src/demo/demo-reports.ts';
import { DEMO_TODAY, demoParts, type DemoUnderTest } from '../support/demo-parts.ts';

const SIZE = 1_200;
const plan = { seed: 'seed', reports: SIZE, today: DEMO_TODAY };

let parts: DemoUnderTest;
let all: NewReport[];
beforeAll(async () => {
  parts = await demoParts();
  all = demoReports(parts, plan).stretch(0, SIZE);
}, 240_000);

function share(holds: (one: NewReport) => boolean): number {
  return all.filter(holds).length / all.length;
}

function recorded({ events }: NewReport): RecordedEvent[] {
  return events.map(({ event, content }) => ({ event, body: content?.body ?? null }));
}

describe('a plan', () => {
  it('gives the same reports again, and another seed gives others', () => {
    const again = demoReports(parts, plan).stretch(0, 100);
    expect(again).toEqual(all.slice(0, 100));
    const others = demoReports(parts, { ...plan, seed: 'other' }).stretch(0, 100);
    expect(others.map(({ report }) => report.filing.text)).not.toEqual(
      again.map(({ report }) => report.filing.text),
    );
  });

  it('gives any stretch without the ones before', () => {
    const demo = demoReports(parts, plan);
    const even = fc.integer({ min: 0, max: (SIZE - demo.own) / 2 - 11 }).map((half) => 2 * half);
    fc.assert(
      fc.property(even, (from) => {
        expect(demo.stretch(from, from + 20)).toEqual(all.slice(from, from + 20));
      }),
      { numRuns: 6 },
    );
  });

  it('gives as many reports as it names, each with a number and an id of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.string(), (reports, seed) => {
        const made = demoReports(parts, { seed, reports, today: DEMO_TODAY }).stretch(0, reports);
        expect(new Set(made.map(({ report }) => report.number)).size).toBe(reports);
        expect(new Set(made.map(({ report }) => report.id)).size).toBe(reports);
      }),
      { numRuns: 6 },
    );
  });
});

describe('every report', () => {
  it('is what its events say', () => {
    for (const one of all) expect(foldReport(recorded(one))).toEqual(one.report);
  });

  it('has happened in order, in the year before today', () => {
    const end = instantOf(parts.catalogue.calendar, DEMO_TODAY, 0);
    for (const { report, events } of all) {
      const times = events.map(({ event }) => event.at);
      expect(times.toSorted()).toEqual(times);
      expect(report.filedAt > '2025-11-01').toBe(true);
      expect((times.at(-1) ?? '') < end).toBe(true);
    }
  });

  it('answers everything that chat would have asked, as the form takes it', () => {
    const { types, organization, calendar } = parts.catalogue;
    for (const { report } of all) {
      const type = typeOf({ types }, report.type);
      const { date } = localOf(calendar, report.filedAt);
      const draft = {
        ...report.filing,
        id: '',
        voiceKind: null,
        takenFor: null,
        startedAt: '',
        touchedAt: '',
        today: date,
      };
      // The error behind a voice is filed as it is: the risk department finds out the rest.
      const behindVoice = report.type === 'incident' && report.links.length > 0;
      expect(behindVoice ? [] : openQuestions(type, draft).map(({ id }) => id)).toEqual([]);
      for (const [id, answer] of Object.entries(report.filing.answers)) {
        const field = fieldOf(type, id);
        expect(field && flawOf(field, answer, date, organization)).toBeNull();
      }
    }
  });

  it('was moved on only by people who could', () => {
    const { catalogue } = parts;
    for (const one of all) {
      const [first, ...rest] = recorded(one);
      if (!first) throw new Error('a report without events');
      let report = foldReport([first]);
      for (const next of rest) {
        const { actor, at, facts } = next.event;
        const person = catalogue.organization.people.get(actor);
        if (facts['state'] !== undefined) {
          const { date } = localOf(catalogue.calendar, at);
          const moves = TRANSITION_ACTIONS.flatMap((action) =>
            person ? movesFor(catalogue, actorOn(person, date), report, action) : [],
          );
          expect(moves.map(({ to }) => to)).toContain(facts['state']);
        }
        report = apply(report, next);
      }
    }
  });

  it('has the cues that the recogniser finds in it, and no suspicion of a violation', () => {
    for (const { report } of all) {
      const understood = parts.recognizer.understand(report.filing.text, { today: DEMO_TODAY, unit: null });
      expect({ text: report.filing.text, cues: report.filing.cues.toSorted() }).toEqual({
        text: report.filing.text,
        cues: understood.cues.toSorted(),
      });
      expect(report.filing.suspicions).not.toContain('violation');
    }
  }, 120_000);

  it('is found by the words of its whole text', () => {
    for (const { report, terms } of all.slice(0, 200))
      expect(terms).toEqual(parts.recognizer.terms(searchedWords(report) ?? ''));
  });

  it('holds nothing that the mask would hide', () => {
    for (const { report, events } of all) {
      const texts = [
        searchedWords(report) ?? '',
        ...events.slice(1).map(({ content }) => content?.body ?? ''),
      ];
      expect(texts.flatMap((text) => parts.masker.mask(text).found.map(() => text))).toEqual([]);
    }
  }, 120_000);
});

describe('the year', () => {
  it('has every type that chat takes, and every subtype there is material for', () => {
    const types = [...parts.catalogue.types.values()].filter(({ sealed }) => !sealed).map(({ id }) => id);
    expect([...new Set(all.map(({ report }) => report.type))].sort()).toEqual(types.sort());
    const material = [...parts.material.types].flatMap(([type, { scenarios }]) =>
      scenarios.filter(({ weight }) => weight >= 2).map(({ subtype }) => `${type} ${subtype}`),
    );
    const made = new Set(all.map(({ report }) => `${report.type} ${report.subtype}`));
    expect(material.filter((one) => !made.has(one))).toEqual([]);
  });

  it('comes from most offices, from some far more often', () => {
    const counts = new Map<string, number>();
    for (const { report } of all) counts.set(report.office, (counts.get(report.office) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(250);
    expect(Math.max(...counts.values())).toBeGreaterThan(10);
  });

  it('has more in April than in August, and little on closed days', () => {
    const inMonth = (month: string) => share(({ report }) => report.filedAt.slice(5, 7) === month);
    expect(inMonth('04')).toBeGreaterThan(1.3 * inMonth('08'));
    expect(share(({ report }) => [0, 6].includes(weekdayOf(report.filedAt)))).toBeLessThan(0.05);
  });

  it('has every phase, serious and slight matters, drills, English, and voices with errors behind them', () => {
    const phases = new Set(
      all.map(({ report }) => phaseOf(typeOf(parts.catalogue, report.type).workflow, report.state)),
    );
    expect([...phases].sort()).toEqual(['acknowledged', 'closed', 'decided', 'in_progress', 'new']);
    expect([...new Set(all.map(({ report }) => report.level))].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(share(({ report }) => report.filing.drill)).toBeGreaterThan(0);
    expect(share(({ report }) => /^[\x20-\x7e]+$/.test(report.filing.text))).toBeGreaterThan(0.01);
    expect(share(({ report }) => report.links.length > 0)).toBeGreaterThan(0);
  });

  it('leaves some matters overdue, and not many', () => {
    const { calendar } = parts.catalogue;
    const now = instantOf(calendar, DEMO_TODAY, 0);
    const overdue = share(({ report }) => {
      const promise = nextPromise(typeOf(parts.catalogue, report.type), report, calendar);
      return promise !== null && promise.due < now;
    });
    expect(overdue).toBeGreaterThan(0.005);
    expect(overdue).toBeLessThan(0.15);
  });

  it('has reports of everybody who is tried out and reports anything', () => {
    for (const [person, types] of Object.entries(parts.material.own)) {
      const wanted = Object.values(types).reduce((sum, count) => sum + count, 0);
      const own = all.filter(({ report }) => report.reporter === person);
      expect(own.length).toBeGreaterThanOrEqual(wanted);
    }
    const yamada = all.filter(({ report }) => report.reporter === 'yamada').slice(-13);
    expect(new Set(yamada.map(({ report }) => report.state)).size).toBeGreaterThan(3);
  });
});

function weekdayOf(at: string): number {
  return new Date(`${localOf(parts.catalogue.calendar, at).date}T00:00:00Z`).getUTCDay();
}
