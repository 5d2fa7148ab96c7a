type PathNode<T> = { value: T | undefined; children: Map<string, PathNode<T>> };

/** Values by path. `*` matches one segment, `**` the rest of the path; an exact segment takes precedence. */
export class PathTree<T> {
  private readonly root: PathNode<T> = { value: undefined, children: new Map() };

  /** Sets the value of a path, which may depend on the value that the path has. */
  set(path: string, value: (current: T | undefined) => T): void {
    let node = this.root;
    for (const segment of path.split("/")) {
      const next: PathNode<T> = node.children.get(segment) ?? { value: undefined, children: new Map() };
      node.children.set(segment, next);
      node = next;
    }
    node.value = value(node.value);
  }

  /** A slash at the end does not matter. */
  find(pathname: string): T | undefined {
    return findIn(this.root, pathname.replace(/\/$/, "").split("/"), 0);
  }
}

function findIn<T>({ value, children }: PathNode<T>, segments: readonly string[], at: number): T | undefined {
  const segment = segments[at];
  if (segment === undefined) return value;
  const exact = children.get(segment);
  const wildcard = segment === "" ? undefined : children.get("*");
  return (
    (exact && findIn(exact, segments, at + 1)) ??
    (wildcard && findIn(wildcard, segments, at + 1)) ??
    children.get("**")?.value
  );
}
