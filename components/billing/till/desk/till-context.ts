/** Where the till stands and how it writes amounts and times. */
export type TillContext = {
  organization: string;
  name: string;
  logo: string | null;
  brand: string;
  location: { id: string; name: string };
  currency: string;
  locale: string;
  time_zone: string;
  now: string;
  /** Whether the check-in page of the desk may be opened. */
  canCheckIn: boolean;
};

/** Addresses of the till, which keep its location. */
export const tillHref = ({ organization, location }: TillContext, page: "" | "/close" = ""): string =>
  `/desk/${organization}/till${page}?${new URLSearchParams({ location: location.id })}`;
