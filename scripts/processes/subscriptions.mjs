/** @typedef {import("./member.mjs").Member} Member */

/**
 * Which events start jobs. The worker that runs the jobs announces the names, and the others then store no other events. A worker that
 * has not heard them stores every event.
 *
 * The workers of one instance run the same build. A restart may load a newer one from the same folder, whose workers send events that
 * an older announcement does not name. So a restart begins a new instance: its workers hear nothing until one of them announces.
 */
export class Subscriptions {
  /** @type {Set<Member>} */
  #members = new Set();
  /** @type {string[] | undefined} */
  #names;

  /** @param {Member} member */
  add(member) {
    this.#members.add(member);
    void member.ended.then(() => this.#members.delete(member));
    member.onMessage("subscribed", (/** @type {{ names?: string[] }} */ { names }) => {
      // Without names it asks. A worker loses what is sent before its application listens, so it asks once it does.
      if (!names) return this.#tell(member);
      this.#names = names;
      for (const other of this.#members) if (other !== member) this.#tell(other);
    });
  }

  /** @param {Member} member */
  #tell(member) {
    if (this.#names) member.send({ fitflow: "subscribed", names: this.#names });
  }
}
