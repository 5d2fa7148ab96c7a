import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of the product. It prefetches nothing: every page follows from the database, so the router could only fetch
 * the frame that it has already, with two requests for each link in view or under the pointer.
 */
export const Link = (props: ComponentProps<typeof NextLink>) => <NextLink prefetch={false} {...props} />;
