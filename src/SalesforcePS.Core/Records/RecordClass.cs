using System.Reflection;
using System.Reflection.Emit;

namespace SalesforcePS.Core.Records;

/// <summary>A class made at run time for one schema, and the way to make its records.</summary>
internal sealed class RecordClass
{
    private static readonly FieldInfo ValuesField = typeof(SalesforceRecord).GetField(
        nameof(SalesforceRecord.values), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly ConstructorInfo BaseConstructor = typeof(SalesforceRecord).GetConstructor(
        BindingFlags.Instance | BindingFlags.NonPublic, [typeof(RecordSchema), typeof(object[])])!;

    private readonly Func<RecordSchema, object?[], SalesforceRecord> create;

    public RecordClass(RecordSchema schema)
    {
        Schema = schema;
        create = CompileFactory(DefineType(schema));
    }

    public RecordSchema Schema { get; }

    public SalesforceRecord Create(object?[] values) => create(Schema, values);

    private static Type DefineType(RecordSchema schema)
    {
        var name = $"Salesforce.{schema.ObjectType}";
        var type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.Run)
            .DefineDynamicModule(name)
            .DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(SalesforceRecord));
        var constructor = type.DefineConstructor(
            MethodAttributes.Public, CallingConventions.Standard, [typeof(RecordSchema), typeof(object[])]).GetILGenerator();
        constructor.Emit(OpCodes.Ldarg_0);
        constructor.Emit(OpCodes.Ldarg_1);
        constructor.Emit(OpCodes.Ldarg_2);
        constructor.Emit(OpCodes.Call, BaseConstructor);
        constructor.Emit(OpCodes.Ret);
        for (var i = 0; i < schema.Names.Count; i++)
            DefineProperty(type, schema.Names[i], i);
        return type.CreateType();
    }

    private static void DefineProperty(TypeBuilder type, string name, int index)
    {
        const MethodAttributes accessor = MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var property = type.DefineProperty(name, PropertyAttributes.None, typeof(object), null);

        var getter = type.DefineMethod($"get_{name}", accessor, typeof(object), null);
        var get = getter.GetILGenerator();
        get.Emit(OpCodes.Ldarg_0);
        get.Emit(OpCodes.Ldfld, ValuesField);
        get.Emit(OpCodes.Ldc_I4, index);
        get.Emit(OpCodes.Ldelem_Ref);
        get.Emit(OpCodes.Ret);
        property.SetGetMethod(getter);

        var setter = type.DefineMethod($"set_{name}", accessor, null, [typeof(object)]);
        var set = setter.GetILGenerator();
        set.Emit(OpCodes.Ldarg_0);
        set.Emit(OpCodes.Ldfld, ValuesField);
        set.Emit(OpCodes.Ldc_I4, index);
        set.Emit(OpCodes.Ldarg_1);
        set.Emit(OpCodes.Stelem_Ref);
        set.Emit(OpCodes.Ret);
        property.SetSetMethod(setter);
    }

    private static Func<RecordSchema, object?[], SalesforceRecord> CompileFactory(Type type)
    {
        var factory = new DynamicMethod("Create", typeof(SalesforceRecord), [typeof(RecordSchema), typeof(object[])], typeof(RecordClass).Module);
        var il = factory.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Newobj, type.GetConstructors()[0]);
        il.Emit(OpCodes.Ret);
        return factory.CreateDelegate<Func<RecordSchema, object?[], SalesforceRecord>>();
    }
}
