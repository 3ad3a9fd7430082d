/** A list of slots that is filled anew by every search. */
export class SlotList {
  slots: Int32Array = new Int32Array(64)

  widen(): Int32Array {
    const wider = new Int32Array(this.slots.length * 2)
    wider.set(this.slots)
    this.slots = wider
    return wider
  }
}
