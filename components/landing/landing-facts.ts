export const landingFacts: readonly { title: string; text: string }[] = [
  {
    title: "A door that decides in under a second",
    text: "Phone pass, printed card or a name: the desk says come in or please wait, why, and what to do next.",
  },
  {
    title: "Occupancy that is true right now",
    text: "Every open screen moves with the door. Busy and full have their own words, at each location, in its own time zone.",
  },
  {
    title: "Memberships that keep their promises",
    text: "A term to 28 February is good through its last second, and a notice can be withdrawn until its day.",
  },
  {
    title: "Bring your members along",
    text: "Upload the file your old software exported. See every row's fate first, and undo the whole import if you change your mind.",
  },
  {
    title: "Everybody sees what they should",
    text: "Owners, administrators, trainers and the front desk each have their own view, and every change leaves a trace.",
  },
  {
    title: "An API for everything",
    text: "Whatever a page can do, your own software can do as well, with the same rules and a reference to try it in.",
  },
];
