import { beforeEach, describe } from 'vitest';
import type { WebChat } from '../../../src/application/ports/web-chat.ts';
import { webChatCases } from '../../contracts/storage/web-chat-cases.ts';
import type { StorageUnderTest } from '../../contracts/storage-contract.ts';
import { memoryWebChat } from '../../support/memory-web-chat.ts';

/** The double that the other tests of the web chat use does what the stored one does. */
describe('web chat in memory', () => {
  let webChat: WebChat;
  beforeEach(() => {
    webChat = memoryWebChat();
  });
  webChatCases(() => ({ store: { webChat } }) as StorageUnderTest);
});
