export function Spinner() {
  return <span className="ui-spinner" aria-hidden="true" />;
}
