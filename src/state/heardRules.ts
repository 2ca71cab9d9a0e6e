/** Rules of a scenario that the drawing up of lines obeys. A rule it does not hear yet is not offered on the screen. */
export const heardRules: Readonly<
  Record<'hubChoice' | 'hubLimits' | 'calendars' | 'timeBound' | 'buses' | 'stability', boolean>
> = {
  hubChoice: false,
  hubLimits: false,
  calendars: false,
  timeBound: false,
  buses: false,
  stability: false,
};
