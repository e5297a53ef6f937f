import { type DocumentNode, Kind, visit } from 'graphql'

/** The elements of the schema that lack a description: types, fields, arguments, input fields and enum values. */
export function findUndescribed(document: DocumentNode): string[] {
  const places: string[] = []
  const path: string[] = []
  visit(document, {
    enter(node) {
      if (!('name' in node) || !node.name || !isDefinition(node.kind)) return
      path.push(node.name.value)
      if ('description' in node ? !node.description?.value.trim() : !isExtension(node.kind)) places.push(path.join('.'))
    },
    leave(node) {
      if ('name' in node && node.name && isDefinition(node.kind)) path.pop()
    },
  })
  return places
}

const definitions: ReadonlySet<string> = new Set([
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.ENUM_TYPE_EXTENSION,
  Kind.INPUT_OBJECT_TYPE_EXTENSION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
])

function isDefinition(kind: string): boolean {
  return definitions.has(kind)
}

function isExtension(kind: string): boolean {
  return kind.endsWith('Extension')
}
