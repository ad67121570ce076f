/** The names of a chain, outermost last: `a.b["c"]` is a, b, c; what has no name is "". */
export function memberPath(node) {
  switch (node?.type) {
    case "Identifier":
      return [node.name];
    case "MetaProperty":
      return ["import.meta"];
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
    case "ParenthesizedExpression":
      return memberPath(node.expression);
    case "MemberExpression":
      return [...memberPath(node.object), nameOf(node)];
    case "CallExpression":
      return memberPath(node.callee);
    default:
      return [""];
  }
}

function nameOf({ computed, property }) {
  if (computed) return property.type === "Literal" ? String(property.value) : "";
  return property.name ?? "";
}

/** Whether a chain ends with these names. */
export function endsWith(path, ...tail) {
  return tail.every((name, index) => path[path.length - tail.length + index] === name);
}

/** Whether an expression is that global, also as a member of `globalThis`. */
export function refersTo(node, name) {
  const path = memberPath(node);
  return path.at(-1) === name && (path.length === 1 || ["globalThis", "window"].includes(path[0]));
}

/** Whether a type written after `as` is a Viewer, one of its kinds, or holds one. */
export function isCastToViewer(type) {
  switch (type.type) {
    case "TSTypeReference": {
      const name = type.typeName.name ?? type.typeName.right?.name ?? "";
      return name.endsWith("Viewer") || (type.typeArguments?.params.some(isCastToViewer) ?? false);
    }
    case "TSUnionType":
    case "TSIntersectionType":
      return type.types.some(isCastToViewer);
    case "TSArrayType":
      return isCastToViewer(type.elementType);
    default:
      return false;
  }
}

/** The directive of that text at the head of a body, if it is there. */
export function directiveOf(node, text) {
  const statements = Array.isArray(node?.body) ? node.body : [];
  return statements.find((statement) => statement.directive === text);
}
