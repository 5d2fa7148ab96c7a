type Place = { time_zone: string };

/** Whether times of these locations need their zone beside them. */
export const hasSeveralZones = (locations: readonly Place[]): boolean =>
  locations.some(({ time_zone }) => time_zone !== locations[0]?.time_zone);

/**
 * The zone in which a page tells what belongs to no single location: that of the chosen location, otherwise of the first. If the gym
 * has several zones, times name theirs.
 */
export const zoneOf = (locations: readonly Place[], chosen?: Place) => ({
  time_zone: (chosen ?? locations[0])?.time_zone ?? "UTC",
  shows_zone: hasSeveralZones(locations),
});
