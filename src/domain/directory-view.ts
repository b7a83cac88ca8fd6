import type { DirectoryChange } from './merge-directory.ts';
import type { Locale, Person, Post } from './organization.ts';
import { phrase, type Phrase } from './phrase.ts';

/** One line for what becomes different for one person, for whoever imports a list. */
export function changePhrase(change: DirectoryChange, locale: Locale): Phrase {
  const { id, name } = change.person;
  const person = phrase('directory.person', { name: name[locale], id });
  switch (change.kind) {
    case 'joined':
      return phrase('directory.joined', { person, posts: listOf(change.posts, begins) });
    case 'left':
      return phrase('directory.left', { person, posts: listOf(change.posts, place) });
    case 'moved':
      return phrase('directory.moved', { person, ...both(change) });
    case 'roles':
      return phrase('directory.roles', { person, ...both(change) });
    case 'period':
      return phrase('directory.period', { person, posts: listOf(change.posts, ends) });
    case 'details':
      return phrase('directory.details', {
        person,
        before: details(change.before),
        after: details(change.person),
      });
  }
}

function both({ ended, begun }: { ended: readonly Post[]; begun: readonly Post[] }) {
  return { before: listOf(ended, place), after: listOf(begun, begins) };
}

function listOf(posts: readonly Post[], say: (post: Post) => Phrase): Phrase {
  return posts.length === 0
    ? phrase('directory.none')
    : phrase('digest.listed', { list: { list: posts.map(say) } });
}

function place({ unit, roles }: Post): Phrase {
  const list = roles.map((role) => phrase(`role.${role}`));
  return phrase('directory.post', { unit: { unit }, roles: { list } });
}

function begins(post: Post): Phrase {
  return phrase('directory.begins', { post: place(post), from: { date: post.from } });
}

function ends(post: Post): Phrase {
  if (post.until === null) return phrase('directory.endless', { post: place(post) });
  return phrase('directory.ends', { post: place(post), until: { date: post.until } });
}

function details({ name, email, locale }: Person): Phrase {
  return phrase('directory.details_of', { ja: name.ja, en: name.en, email, locale });
}
