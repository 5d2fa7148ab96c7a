import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "./link";

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={classNames("ui-link", className)} {...rest} />;
}
