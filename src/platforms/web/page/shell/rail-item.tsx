import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface RailLinkProps {
  icon: IconName;
  href: string;
  current: boolean;
  children: ComponentChildren;
}

export function RailLink({ icon, href, current, children }: RailLinkProps) {
  return (
    <li>
      <a class="rail-item" href={href} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        {children}
      </a>
    </li>
  );
}

export interface RailButtonProps {
  icon: IconName;
  run: () => void;
  class?: string;
  children: ComponentChildren;
}

export function RailButton({ icon, run, class: name, children }: RailButtonProps) {
  return (
    <li class={name}>
      <button type="button" class="rail-item" onClick={run}>
        <Icon name={icon} />
        {children}
      </button>
    </li>
  );
}
