/** Strokes on a field of 20 × 20; they only repeat what the words beside them say. */
const PATHS = {
  write: 'M4 16h3l8.5-8.5-3-3L4 13v3zM11 6l3 3',
  talk: 'M3 4h14v9H9l-4 3v-3H3z',
  list: 'M4 5h12M4 10h12M4 15h8',
  tasks: 'M3 10.5l3 3 4-6M12 6h5M12 12h5',
  overdue: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.5l3 2',
  board: 'M3 4h4v12H3zM8.5 4h4v8h-4zM14 4h3.5v5H14z',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  download: 'M10 3v9M6 8.5l4 4 4-4M4 16.5h12',
  forth: 'M8 4l6 6-6 6',
  all: 'M3 5h14v10H3zM3 9h14M8 9v6',
  channel: 'M7 3L5.5 17M14.5 3L13 17M3.5 7.5h13.5M3 12.5h13.5',
  window: 'M10 3l6 2.5v4.5c0 3.5-2.5 6-6 7-3.5-1-6-3.5-6-7V5.5z',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8a2 2 0 1 1 2.8 1.8c-.6.3-.8.6-.8 1.2M10 13.5v.5',
  tour: 'M5 17V3h10l-2.5 3.5L15 10H5',
  settings: 'M3 6h6M13 6h4M3 14h2M9 14h8M11 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  search: 'M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zM13 13l4 4',
  print: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z',
  copy: 'M7 7h9v10H7zM13 7V3H4v10h3',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4l-6 6 6 6',
  menu: 'M3 6h14M3 10h14M3 14h14',
  confirm: 'M5 3h10v14H5zM8 7h4M8 10h4M8 13h2',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
