import * as contracts from "@/lib/contracts/memberships/forecast";
import { operation } from "@/lib/kernel/operation";
import { forecastOf, monthAfter, placesOf } from "./compute";
import { Totals } from "./totals";

export const getForecast = operation(contracts.getForecast, async (ctx, { months, location_id }) => {
  const places = await placesOf(ctx, location_id);
  const all = Array.from({ length: months }, (_, index) => monthAfter(places.first_month, index));
  const last_month = all.at(-1) as string;
  const totals = new Totals(all);
  for await (const lines of forecastOf(ctx, places, last_month)) for (const line of lines) totals.add(line);
  return {
    made_at: ctx.now.toString(),
    ...{ first_month: places.first_month, last_month, currencies: totals.toResponse() },
  };
});
