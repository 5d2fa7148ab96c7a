export { getForecast } from "./get";
export { listForecastLines } from "./list-lines";
