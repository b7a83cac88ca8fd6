import { useLayoutEffect, useRef } from 'preact/hooks';
import { Card } from './card.tsx';
import type { CardAction } from './card-action.ts';

export interface CardButtonsProps {
  card: object;
  /** The question that they answer. */
  name: string;
  act: (action: CardAction) => void;
  /** They went away while one of them had the focus. */
  onLost: () => void;
}

/** The buttons of a message, named by what they are about. */
export function CardButtons({ card, name, act, onLost }: CardButtonsProps) {
  const group = useRef<HTMLDivElement>(null);
  const lost = useRef(onLost);
  lost.current = onLost;

  useLayoutEffect(() => {
    const element = group.current;
    return () => {
      if (element?.contains(document.activeElement)) lost.current();
    };
  }, []);

  return (
    <div class="card-buttons" role="group" aria-label={name} ref={group}>
      <Card card={card} act={act} />
    </div>
  );
}
