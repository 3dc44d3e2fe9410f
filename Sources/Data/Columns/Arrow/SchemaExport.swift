// SPDX-License-Identifier: Apache-2.0

internal import CArrow
internal import Glibc

/// What an exported schema keeps alive until its receiver releases it.
private final class ExportedSchema {
  let format: UnsafeMutablePointer<CChar>?
  let name: UnsafeMutablePointer<CChar>?
  let children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>
  let childCount: Int

  init(format: String, name: String, children schemas: [ArrowSchema]) {
    self.format = strdup(format)
    self.name = strdup(name)
    children = .allocate(capacity: max(schemas.count, 1))
    childCount = schemas.count
    for (index, schema) in schemas.enumerated() {
      let child = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
      child.initialize(to: schema)
      (children + index).initialize(to: child)
    }
  }

  deinit {
    for index in 0..<childCount {
      guard let child = children[index] else { continue }
      child.pointee.release?(child)
      child.deallocate()
    }
    children.deallocate()
    free(format)
    free(name)
  }
}

/// A schema of structures with the columns' names and formats; the receiver releases it.
func exportedSchema(_ fields: [(name: String, format: String, isNullable: Bool)]) -> ArrowSchema {
  arrowSchema(
    format: "+s",
    name: "",
    isNullable: false,
    children: fields.map {
      arrowSchema(format: $0.format, name: $0.name, isNullable: $0.isNullable, children: [])
    }
  )
}

private func arrowSchema(
  format: String,
  name: String,
  isNullable: Bool,
  children: [ArrowSchema]
) -> ArrowSchema {
  let state = ExportedSchema(format: format, name: name, children: children)
  var schema = ArrowSchema()
  schema.format = UnsafePointer(state.format)
  schema.name = UnsafePointer(state.name)
  schema.flags = isNullable ? Int64(AYNI_ARROW_FLAG_NULLABLE) : 0
  schema.n_children = Int64(children.count)
  schema.children = children.isEmpty ? nil : state.children
  schema.private_data = Unmanaged.passRetained(state).toOpaque()
  schema.release = { pointer in
    guard let pointer, let state = pointer.pointee.private_data else { return }
    pointer.pointee.release = nil
    pointer.pointee.private_data = nil
    Unmanaged<ExportedSchema>.fromOpaque(state).release()
  }
  return schema
}

extension RecordBatch {
  /// The schema under which the batch is exported, layouts of text included.
  func exportedSchema() -> ArrowSchema {
    Columns.exportedSchema(
      columns.map { ($0.name, $0.exportFormat, $0.field.isNullable) }
    )
  }
}
