/** A place below the document's root, as keys and places in lists: `tapahtuma/ajanjakso/0`. */
export type Slot = {
  path: string;
  /** The field is a list. */
  repeats?: true;
  /** The field is a day; elsewhere an event's time is a moment or a day. */
  day?: true;
};

export type SlotName =
  | 'serviceTask'
  | 'socialServices'
  | 'eventFrom'
  | 'eventTo'
  | 'participants'
  | 'channel'
  | 'place'
  | 'text'
  | 'agreed';
export type Slots = Partial<Record<SlotName, Slot>>;
