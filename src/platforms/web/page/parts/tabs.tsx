import { useId, useRef } from 'preact/hooks';
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useSay } from '../say.ts';

export interface Tab {
  id: string;
  name: string;
  unread: boolean;
}

export interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  chosen: string;
  choose: (id: string) => void;
  children: ComponentChildren;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs after the ARIA pattern: one stop for Tab, arrows go along. */
export function Tabs({ label, tabs, chosen, choose, children }: TabsProps) {
  const say = useSay();
  const panel = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const index = tabs.findIndex((tab) => tab.id === chosen);
    const next = (index + step + tabs.length) % tabs.length;
    choose(tabs[next]?.id ?? chosen);
    list.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            type="button"
            role="tab"
            key={tab.id}
            id={`${panel}-${tab.id}`}
            aria-selected={tab.id === chosen}
            aria-controls={panel}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => choose(tab.id)}
          >
            {tab.name}
            {tab.unread && <span class="unread" role="img" aria-label={say('page.unread')} />}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={panel} aria-labelledby={`${panel}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
