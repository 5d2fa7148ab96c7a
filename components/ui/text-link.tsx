import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={classNames("ui-link", className)} {...rest} />;
}
