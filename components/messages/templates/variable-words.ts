/** The labels of template variables such as {{first_name}}. */
const words: Record<string, string> = {
  first_name: "First name",
  full_name: "Full name",
  gym_name: "Gym name",
  location_name: "Home location",
  member_code: "Member code",
  link: "Link to the member pages",
  plan_name: "Plan",
  starts_on: "Start date",
  ends_on: "Last day",
  ended_on: "End date",
  days_left: "Days left",
  resumes_on: "End of freeze",
  last_day_on: "Last day",
  final_amount: "Still charged until the last day",
  last_visit_on: "Last visit",
  days_away: "Days since the last visit",
};

export const variableLabel = (name: string): string => words[name] ?? name.replaceAll("_", " ");
