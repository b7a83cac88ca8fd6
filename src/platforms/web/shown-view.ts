import type { WebChat } from '../../application/ports/web-chat.ts';
import type { Button, Press, View } from '../../domain/view.ts';

/** How far back a button is looked for: older ones still work, only their label is not repeated. */
const RECENT = 30;

/** The newest message of a place that offers this press, as it stands there. */
export async function shownView(webChat: WebChat, place: string, press: Press): Promise<View | null> {
  const { messages } = await webChat.page(place, null, RECENT);
  const views = messages.flatMap((message) => message.view ?? []);
  return views.findLast((view) => buttonFor(view, press)) ?? null;
}

export function buttonFor(view: View, press: Press): Button | undefined {
  return view.buttons.find((button) => samePress(button.press, press));
}

function samePress(a: Press, b: Press): boolean {
  return a.action === b.action && a.value === b.value && a.turn === b.turn && a.report === b.report;
}
