import { notice } from './dialog/question-view.ts';
import { phrase } from './phrase.ts';
import type { Preferences } from './preferences.ts';
import { button, type View } from './view.ts';

/** What holds from now on, with the way back. */
export function preferencesSetView({ news, language }: Partial<Preferences>): View {
  if (news === 'daily')
    return notice(
      [phrase('preference.news.daily'), phrase('preference.news.daily.still')],
      [button({ action: 'news_at_once' }, phrase('btn.news_at_once'))],
    );
  if (news === 'at_once')
    return notice(
      [phrase('preference.news.at_once')],
      [button({ action: 'news_daily' }, phrase('btn.news_daily'))],
    );
  return notice([phrase(language === 'en' ? 'preference.language.en' : 'preference.language.ja')]);
}
