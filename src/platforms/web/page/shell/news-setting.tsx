import { useEffect, useState } from 'preact/hooks';
import { NEWS_TIMES, type NewsTime } from '../../../../domain/preferences.ts';
import { api } from '../live/api-client.ts';
import { useSay } from '../say.ts';
import { Choice } from './choice.tsx';

const NEWS_WORDS: Readonly<Record<NewsTime, string>> = {
  at_once: 'page.news.at_once',
  daily: 'page.news.daily',
};

/** Kept by the server, because it decides what is sent; nothing is shown as chosen before the server has said what is. */
export function NewsSetting() {
  const say = useSay();
  const [news, setNews] = useState<NewsTime | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    void api.preferences().then((reply) => (reply.ok ? setNews(reply.value.news) : setFailed(true)));
  }, []);

  const choose = async (chosen: NewsTime) => {
    const reply = await api.prefer({ news: chosen });
    setFailed(!reply.ok);
    // Also when it failed, so that the radio button goes back to what holds.
    setNews(reply.ok ? reply.value.news : news);
  };

  return (
    <>
      {news !== null && (
        <Choice
          legend={say('page.news')}
          hint={say('page.news.hint')}
          options={NEWS_TIMES.map((value) => ({ value, label: say(NEWS_WORDS[value]) }))}
          chosen={news}
          choose={(chosen) => void choose(chosen)}
        />
      )}
      <div role="alert">{failed && <p class="notice notice-alert">{say('page.not_sent')}</p>}</div>
    </>
  );
}
