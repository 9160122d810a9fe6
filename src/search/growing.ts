/** An array of unsigned integers that grows without boxing them. */
export function growingIntegers() {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push(value: number) {
      if (length === values.length) {
        const larger = new Uint32Array(Math.ceil(values.length * 1.6));
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    get length() {
      return length;
    },
    pack: () => values.slice(0, length),
  };
}
