import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  channelHref,
  CONVERSATION,
  listHref,
  readRoute,
  reportHref,
} from '../../../../src/platforms/web/page/shell/routes.ts';

const lists = fc.constantFrom('mine' as const, 'tasks' as const, 'all' as const);
const names = fc.string({ minLength: 1, unit: 'grapheme' });

describe('an address of the page', () => {
  it('leads to the report it was made for', () => {
    fc.assert(
      fc.property(lists, names, (list, number) => {
        expect(readRoute(reportHref(list, number))).toEqual({ view: 'reports', list, number });
        expect(readRoute(listHref(list))).toEqual({ view: 'reports', list, number: null });
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
