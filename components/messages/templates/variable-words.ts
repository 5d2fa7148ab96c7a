/** What {{first_name}} and the others stand for. */
const words: Record<string, string> = {
  first_name: "First name",
  full_name: "Full name",
  gym_name: "Name of the gym",
  location_name: "Their location",
  member_code: "Member number",
  link: "Link to their own pages",
  plan_name: "Plan",
  starts_on: "First day",
  ends_on: "Last day",
  ended_on: "Day it ended",
  days_left: "Days left",
  resumes_on: "Day it goes on",
  last_day_on: "Last day",
  last_visit_on: "Last visit",
  days_away: "Days since the last visit",
};

export const variableWords = (name: string): string => words[name] ?? name.replaceAll("_", " ");
