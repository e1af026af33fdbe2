package org.civitas.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.onboarding.CityOnboarding;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Opens a city for a test class and runs every method of the class in its name. */
public final class FreshCity implements BeforeAllCallback, InvocationInterceptor, ParameterResolver {

    private static final AtomicInteger COUNT = new AtomicInteger(9500);
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FreshCity.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getStore(NAMESPACE).get("city") == null) {
            CityCode code = new CityCode(COUNT.getAndIncrement() + "00");
            SpringExtension.getApplicationContext(context)
                    .getBean(CityOnboarding.class)
                    .open(code, "测试市");
            context.getStore(NAMESPACE).put("city", code);
        }
    }

    private static CityCode city(ExtensionContext context) {
        return context.getStore(NAMESPACE).get("city", CityCode.class);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<java.lang.reflect.Method> method,
            ExtensionContext context)
            throws Throwable {
        inCity(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<java.lang.reflect.Method> method,
            ExtensionContext context)
            throws Throwable {
        inCity(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<java.lang.reflect.Method> method,
            ExtensionContext context)
            throws Throwable {
        inCity(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<java.lang.reflect.Method> method,
            ExtensionContext context)
            throws Throwable {
        inCity(invocation, context);
    }

    private static void inCity(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        var thrown = new Throwable[1];
        CurrentCity.run(city(context), () -> {
            try {
                invocation.proceed();
            } catch (Throwable t) {
                thrown[0] = t;
            }
        });
        if (thrown[0] != null) {
            throw thrown[0];
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CityCode.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return city(context);
    }
}
