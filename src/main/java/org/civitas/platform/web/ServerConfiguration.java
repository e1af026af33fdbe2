package org.civitas.platform.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** How the server itself behaves, before any filter: the time a body may take, the words of its refusals. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodySettings.class)
class ServerConfiguration {

    /** Last, so that its report stands inside that of the framework and answers first; named, so that the host adds no other. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverInTheWordsOfTheHouse(BodySettings body) {
        return factory -> {
            factory.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.setErrorReportValveClass(PlainErrors.class.getName());
                host.getPipeline().addValve(new PlainErrors());
            });
            factory.addEngineValves(new BodyDeadline(body));
        };
    }
}
