export const landingFacts: readonly { title: string; text: string }[] = [
  {
    title: "Check-in in under a second",
    text: "Scan a phone pass or a printed card, or search by name. The desk shows whether the member may enter, why, and what to do next.",
  },
  {
    title: "Live occupancy",
    text: "Every open screen updates with each check-in. See when a location is busy or full, in its own time zone.",
  },
  {
    title: "Precise membership terms",
    text: "A membership until 28 February is valid through the last second of that day. A cancellation can be withdrawn until it takes effect.",
  },
  {
    title: "Import your members",
    text: "Upload the export of your old software. Check every row first, and undo the whole import if you change your mind.",
  },
  {
    title: "Roles and activity log",
    text: "Owners, administrators, trainers and front desk staff each see what they need. Every change is recorded.",
  },
  {
    title: "API for everything",
    text: "Your own software can do everything the pages can, with the same rules. Try it in the interactive API reference.",
  },
];
