/** Why a bill of the future may not be paid. The first that holds counts. */
export const forecastRisks = ["overdue", "cancelled"] as const;
export type ForecastRisk = (typeof forecastRisks)[number];
