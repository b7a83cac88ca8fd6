import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_LISTS } from '../../../../src/platforms/web/api-reports.ts';
import {
  channelHref,
  CONVERSATION,
  listHref,
  readRoute,
  reportHref,
} from '../../../../src/platforms/web/page/shell/routes.ts';

const lists = fc.constantFrom(...REPORT_LISTS);
const names = fc.string({ minLength: 1, unit: 'grapheme' });

/** Whatever people type stands in the address, also what an address is made of. */
const asked = fc.record(
  { words: names, type: names, office: names, due: fc.constantFrom('overdue', 'today'), board: names },
  { requiredKeys: [] },
);

describe('an address of the page', () => {
  it('leads to the report it was made for', () => {
    fc.assert(
      fc.property(lists, names, asked, (list, number, by) => {
        expect(readRoute(reportHref(list, number, by))).toEqual({ view: 'reports', list, number, asked: by });
        expect(readRoute(listHref(list, by))).toEqual({ view: 'reports', list, number: null, asked: by });
      }),
    );
  });

  it('leads to the channel it was made for, whatever it is called', () => {
    fc.assert(
      fc.property(names, (place) => {
        expect(readRoute(channelHref(place))).toEqual({ view: 'channel', place });
      }),
    );
  });

  it('says nothing by keys that the page does not know', () => {
    expect(readRoute('#/tasks?type=incident&colour=red&list=all')).toEqual({
      view: 'reports',
      list: 'tasks',
      number: null,
      asked: { type: 'incident' },
    });
  });

  it.each(['', '#', '#/', CONVERSATION])('leads to the conversation when it says nothing: "%s"', (hash) => {
    expect(readRoute(hash)).toEqual({ view: 'conversation' });
  });

  it.each(['#/nowhere', '#/channels', '#/channels/', '#/reports/a/b', '#/reports/%', '#/%E0%A4%A'])(
    'that this page does not know is unknown: %s',
    (hash) => {
      expect(readRoute(hash)).toEqual({ view: 'unknown' });
    },
  );
});
